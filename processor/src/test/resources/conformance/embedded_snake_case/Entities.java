// option: migratable.naming=snake_case
package conformance.embedded_snake_case;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Embeddable
class PostalAddress {
    String streetName;

    String postCode;
}

@Entity
@Migratable
class MailCustomer {
    @Id
    Long customerId;

    PostalAddress homeAddress;

    @AttributeOverride(name = "streetName", column = @Column(name = "workStreet"))
    @AttributeOverride(name = "postCode", column = @Column(name = "`workCode`"))
    PostalAddress workAddress;
}
