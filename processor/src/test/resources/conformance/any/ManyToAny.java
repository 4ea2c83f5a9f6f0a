package conformance.any;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyDiscriminatorValue;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.ManyToAny;

interface Owner {}

@Entity
@Migratable
class Person implements Owner {
    @Id
    Long id;
}

@Entity
@Migratable
class Post {
    @Id
    Long id;

    @ManyToAny
    @AnyDiscriminator(DiscriminatorType.STRING)
    @AnyDiscriminatorValue(discriminator = "P", entity = Person.class)
    @AnyKeyJavaClass(Long.class)
    @Column(name = "kind")
    @JoinTable(
            name = "post_owners",
            joinColumns = @JoinColumn(name = "post"),
            inverseJoinColumns = @JoinColumn(name = "owner_id"))
    Set<Owner> owners;

    @ManyToAny
    @AnyDiscriminator(DiscriminatorType.INTEGER)
    @AnyDiscriminatorValue(discriminator = "1", entity = Person.class)
    @AnyKeyJavaClass(Long.class)
    @Column(name = "kind", nullable = false)
    @JoinTable(name = "post_readers", inverseJoinColumns = @JoinColumn(name = "reader_id"))
    Set<Owner> readers;

    @ManyToAny
    @AnyDiscriminatorValue(discriminator = "P", entity = Person.class)
    @AnyKeyJavaClass(String.class)
    @Column(name = "kind", length = 5)
    @JoinTable(name = "post_writers", inverseJoinColumns = @JoinColumn(name = "writer_id", nullable = true))
    @OrderColumn
    List<Object> writers;

    @ManyToAny
    @AnyDiscriminatorValue(discriminator = "P", entity = Person.class)
    @AnyKeyJavaClass(Long.class)
    @JoinTable(name = "post_critics", inverseJoinColumns = @JoinColumn(name = "critic_id"))
    List<Object> critics;

    @ManyToAny
    @AnyDiscriminatorValue(discriminator = "P", entity = Person.class)
    @AnyKeyJavaClass(Long.class)
    @Column(name = "kind")
    @MapKeyColumn(name = "role")
    @JoinTable(name = "post_helpers", inverseJoinColumns = @JoinColumn(name = "helper_id"))
    Map<String, Owner> helpers;
}
