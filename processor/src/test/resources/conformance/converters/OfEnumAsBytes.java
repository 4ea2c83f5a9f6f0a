package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

enum Color {
    RED,
    GREEN
}

class ColorConverter implements AttributeConverter<Color, String> {

    @Override
    public String convertToDatabaseColumn(Color value) {
        return null;
    }

    @Override
    public Color convertToEntityAttribute(String value) {
        return null;
    }
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Convert(converter = ColorConverter.class)
    @JdbcTypeCode(SqlTypes.VARBINARY)
    Color color;
}
