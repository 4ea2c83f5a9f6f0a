// refused: MAP; Elsewhere; @JavaTypeRegistration
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.JavaTypeRegistration;

@JavaTypeRegistration(javaType = String.class, descriptorClass = org.hibernate.type.descriptor.java.StringJavaType.class)
@Embeddable
class Elsewhere {
    String text;
}

@Entity
@Migratable
class Thing {
    @Id Long id;

    String name;
}
