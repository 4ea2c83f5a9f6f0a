package conformance.any;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SecondaryTable;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyKeyJavaClass;

@Entity
@Migratable
@SecondaryTable(name = "contact_more")
class Contact {

    @Id
    Long id;

    @Any
    @AnyKeyJavaClass(Long.class)
    @JoinColumn(name = "owner_id", table = "contact_more")
    @Column(name = "owner_kind")
    Object owner;
}
