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

    @Any(optional = false)
    @AnyDiscriminatorValue(discriminator = "P", entity = Post.class)
    @AnyKeyJavaClass(java.util.UUID.class)
    @Column(name = "owner_type")
    @JoinColumn(name = "owner_id")
    Object owner;

    @Any(optional = false)
    @AnyKeyJavaClass(String.class)
    @Column(name = "other_type", nullable = false)
    @JoinColumn(name = "other_id")
    Object other;
}
