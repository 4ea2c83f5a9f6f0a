package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.type.YesNoConverter;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Convert(converter = YesNoConverter.class)
    boolean primitive;

    @Convert(converter = YesNoConverter.class)
    Boolean wrapper;
}
