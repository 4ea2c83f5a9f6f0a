// refused: MAP01; Thing.text; @Type; columnDefinition
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Type;
import org.hibernate.usertype.UserType;

abstract class OwnType implements UserType<String> {}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Type(OwnType.class)
    String text;
}
