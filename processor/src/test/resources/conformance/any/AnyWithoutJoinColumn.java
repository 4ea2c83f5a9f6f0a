// refused: MAP03; Post.owner; @Any; @JoinColumn
package conformance.any;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.AnyKeyJdbcTypeCode;


@Entity
@Migratable
class Post {
    @Id Long id;

    @Any
    @AnyKeyJavaClass(Long.class)
    @Column(name = "owner_type")
    Object owner;
}
