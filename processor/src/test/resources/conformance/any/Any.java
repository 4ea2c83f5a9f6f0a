// refused: MAP01; Post.owner; @AnyDiscriminator; Remove it
package conformance.any;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyKeyJavaClass;

@Entity
@Migratable
class Post {
    @Id Long id;

    @Any
    @AnyDiscriminator(DiscriminatorType.STRING)
    @AnyKeyJavaClass(Long.class)
    @JoinColumn(name = "owner_id")
    Object owner;
}
