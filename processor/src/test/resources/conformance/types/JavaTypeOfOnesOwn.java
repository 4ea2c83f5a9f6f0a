// refused: MAP02; Thing.text; columnDefinition
package conformance.types;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JavaType;

class OwnType extends org.hibernate.type.descriptor.java.StringJavaType {}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @JavaType(OwnType.class)
    String text;
}
