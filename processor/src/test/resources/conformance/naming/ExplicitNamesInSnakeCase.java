// option: migratable.naming=snake_case
package conformance.naming;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Migratable
@Entity
@Table(name = "CustomerOrders")
class Thing {

    @Id
    long id;

    @Column(name = "EMAIL_ADDRESS")
    String one;

    @Column(name = "PhoneNumber")
    String two;

    @Column(name = "zipCODE")
    String three;
}
