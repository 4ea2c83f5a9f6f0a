package conformance.inheritance;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

@Entity
@Migratable
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
class Branch {

    @Id
    Long id;

    @Column(unique = true)
    String code;
}

@Entity
@Migratable
class HeadOffice extends Branch {

    @Column(unique = true)
    String register;
}

@Entity
@Migratable
class Clerk {

    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "office_code", referencedColumnName = "code")
    HeadOffice byCode;

    @ManyToOne
    @JoinColumn(name = "office_register", referencedColumnName = "register")
    HeadOffice byRegister;

    @ManyToOne
    HeadOffice byKey;
}
