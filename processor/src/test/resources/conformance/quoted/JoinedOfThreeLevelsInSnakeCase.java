// option: migratable.naming=snake_case
package conformance.quoted;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.JOINED)
class Account {

    @Id
    Long accountKey;
}

@Entity
@Migratable
@Table(name = "`SavingsAccount`")
class Savings extends Account {

    int interestRate;
}

@Entity
@Migratable
class FixedSavings extends Savings {

    int runsYears;

    @ManyToOne
    Savings endsIn;
}
