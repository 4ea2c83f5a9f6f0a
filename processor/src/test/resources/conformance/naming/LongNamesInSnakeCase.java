// option: migratable.naming=snake_case
package conformance.naming;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    String aVeryLongAttributeNameThatIsLongerThanSixtyThreeBytesAndWillThereforeBeCut;

    @Column(unique = true)
    String anotherVeryLongAttributeNameThatIsLongerThanSixtyThreeBytesAndWillBeCut;
}
