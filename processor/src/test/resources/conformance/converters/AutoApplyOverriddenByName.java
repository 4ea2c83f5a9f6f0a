package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Converter(autoApply = true)
class UuidConverter implements AttributeConverter<UUID, String> {

    @Override
    public String convertToDatabaseColumn(UUID value) {
        return null;
    }

    @Override
    public UUID convertToEntityAttribute(String value) {
        return null;
    }
}

class BytesConverter implements AttributeConverter<UUID, byte[]> {

    @Override
    public byte[] convertToDatabaseColumn(UUID value) {
        return null;
    }

    @Override
    public UUID convertToEntityAttribute(byte[] value) {
        return null;
    }
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Convert(converter = BytesConverter.class)
    UUID token;
}
