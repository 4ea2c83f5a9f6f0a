package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import org.hibernate.annotations.NaturalId;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Account {

    @Id
    Long id;

    @NaturalId
    String iban;

    @Column(unique = true)
    String nick;
}

@Entity
@Migratable
class SavingsAccount extends Account {

    int rate;
}
