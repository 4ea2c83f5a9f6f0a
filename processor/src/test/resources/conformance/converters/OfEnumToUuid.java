package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

enum Color {
    RED,
    GREEN
}

class ColorConverter implements AttributeConverter<Color, UUID> {

    @Override
    public UUID convertToDatabaseColumn(Color value) {
        return null;
    }

    @Override
    public Color convertToEntityAttribute(UUID value) {
        return null;
    }
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Convert(converter = ColorConverter.class)
    Color color;
}
