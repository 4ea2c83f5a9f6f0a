package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Convert(converter = NumericBooleanConverter.class)
    Boolean flag;

    @Convert(converter = NumericBooleanConverter.class)
    @JdbcTypeCode(SqlTypes.TINYINT)
    Boolean small;
}
