package conformance.naming;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Migratable
@Entity
@Table(name = "`My Table`")
class Thing {

    @Id
    long id;

    @Column(name = "`MixedCase`")
    String one;

    @Column(name = "\"With Space\"")
    String two;

    @Column(name = "`with-dash`")
    String three;

    @Column(name = "`lower`")
    Integer four;
}
