// option: migratable.quoteIdentifiers=true
// setting: hibernate.globally_quoted_identifiers=true
// option: migratable.naming=snake_case
package conformance.naming;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Migratable
@Entity
class CustomerOrder {

    @Id
    long id;

    String emailAddress;

    @Column(name = "ZipCode")
    String zip;
}
