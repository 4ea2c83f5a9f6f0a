// option: migratable.naming=snake_case
package conformance.naming;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Migratable
@Entity
class LineItem {

    @Id
    long id;

    String emailAddress;

    String URLName;

    String aB;

    String ab1C2d;

    String htmlURL;

    String XCoordinate;

    String lineItem2;

    String item2Line;

    String iOSVersion;

    String isbn13Code;
}
