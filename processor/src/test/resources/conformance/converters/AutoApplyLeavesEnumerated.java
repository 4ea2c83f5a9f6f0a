package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;

enum Color {
    RED,
    GREEN
}

@Converter(autoApply = true)
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

    @Enumerated(EnumType.STRING)
    Color name;

    Color converted;
}
