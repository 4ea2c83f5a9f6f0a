package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.OneToOne;
import java.io.Serializable;

@Entity
@Migratable
@IdClass(AccountKey.class)
class Account {

    @Id
    String bank;

    @Id
    long number;
}

record AccountKey(String bank, long number) implements Serializable {}

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Clerk {

    @Id
    Long id;

    @OneToOne
    Account account;

    @OneToOne
    Clerk deputy;
}

@Entity
@Migratable
class Manager extends Clerk {

    @OneToOne
    Account second;
}

@Entity
@Migratable
class Director extends Manager {}
