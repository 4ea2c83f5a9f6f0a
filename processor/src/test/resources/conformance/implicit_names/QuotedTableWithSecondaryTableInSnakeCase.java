// option: migratable.naming=snake_case
package conformance.implicit_names;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;

@Entity
@Migratable
@Table(name = "\"The parcels\"")
@SecondaryTable(name = "further")
class Parcel {
    @Id
    Long parcelNo;

    @Column(table = "further")
    String lastPlace;
}
