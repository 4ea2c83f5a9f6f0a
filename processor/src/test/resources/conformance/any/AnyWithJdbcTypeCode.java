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
    @AnyKeyJavaClass(Integer.class)
    @AnyKeyJdbcTypeCode(org.hibernate.type.SqlTypes.BIGINT)
    @Column(name = "owner_type")
    @JoinColumn(name = "owner_id")
    Object owner;
}
