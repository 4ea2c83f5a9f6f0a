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
    @AnyDiscriminator(DiscriminatorType.STRING)
    @AnyDiscriminatorValue(discriminator = "U", entity = Writer.class)
    @AnyKeyJavaClass(Long.class)
    @Column(name = "owner_type", length = 8)
    @JoinColumn(name = "owner_id")
    Object owner;

    @Any
    @AnyDiscriminator(DiscriminatorType.CHAR)
    @AnyKeyJavaClass(Long.class)
    @Column(name = "writer_kind")
    @JoinColumn(name = "writer", nullable = false, unique = true)
    Object writer;

    @Any
    @AnyDiscriminator(DiscriminatorType.INTEGER)
    @AnyKeyJavaClass(Integer.class)
    @Column(name = "reader_kind")
    @JoinColumn(name = "reader_id")
    Object reader;
}

@Entity
@Migratable
class Writer {
    @Id Long id;
}
