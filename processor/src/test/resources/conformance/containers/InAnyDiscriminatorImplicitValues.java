package conformance.containers;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyDiscriminatorImplicitValues;
import org.hibernate.annotations.AnyKeyJavaClass;

@Entity
@Migratable
class Thing {
    @Id Long id;

    @Any
    @AnyKeyJavaClass(Long.class)
    @JoinColumn(name = "what_id")
    @Column(name = "what")
    @AnyDiscriminatorImplicitValues(AnyDiscriminatorImplicitValues.Strategy.FULL_NAME)
    Object what;
}
