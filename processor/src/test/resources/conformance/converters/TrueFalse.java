package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.type.TrueFalseConverter;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Convert(converter = TrueFalseConverter.class)
    @Column(nullable = false)
    boolean flag;
}
