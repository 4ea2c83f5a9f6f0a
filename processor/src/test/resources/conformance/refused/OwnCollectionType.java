// refused: MAP01; Thing.names; @CollectionType; Declare the attribute as the List
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.CollectionType;
import org.hibernate.usertype.UserCollectionType;

abstract class Names implements UserCollectionType {}

@Entity
@Migratable
class Thing {
    @Id Long id;

    @ElementCollection
    @CollectionType(type = Names.class)
    List<String> names;
}
