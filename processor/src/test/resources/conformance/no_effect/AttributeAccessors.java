package conformance.no_effect;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminator;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.AttributeAccessor;
import org.hibernate.property.access.internal.PropertyAccessStrategyFieldImpl;

@SuppressWarnings("removal")
@Embeddable
class Part {
    @AttributeAccessor("field")
    String text;
}

@SuppressWarnings("removal")
@MappedSuperclass
class Base {
    @Id
    @AttributeAccessor(strategy = PropertyAccessStrategyFieldImpl.class)
    Long id;

    @AttributeAccessor("property")
    String title;

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}

@SuppressWarnings("removal")
@Entity
@Migratable
class Thing extends Base {
    @AttributeAccessor(strategy = PropertyAccessStrategyFieldImpl.class)
    int amount;

    @AttributeAccessor("field")
    @Column(length = 30)
    String name;

    @AttributeAccessor("field")
    @Embedded
    Part part;

    @AttributeAccessor("field")
    @ManyToOne
    Thing other;

    @AttributeAccessor("field")
    @ElementCollection
    List<String> words;

    @AttributeAccessor("field")
    @Any
    @AnyDiscriminator
    @AnyKeyJavaClass(Long.class)
    @JoinColumn(name = "what_id")
    @Column(name = "what_type")
    Object what;
}

@SuppressWarnings("removal")
@Entity
@Migratable
class Gauge {
    private Long id;
    private int level;

    @Id
    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    @AttributeAccessor("field")
    public int getLevel() {
        return level;
    }
}
