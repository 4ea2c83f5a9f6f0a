// refused: MAP; Elsewhere; @TypeRegistration
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.TypeRegistration;

@TypeRegistration(basicClass = String.class, userType = org.hibernate.usertype.UserTypeLegacyBridge.class)
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
