package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

@Converter(autoApply = true)
class NumberConverter implements AttributeConverter<Integer, String> {

    @Override
    public String convertToDatabaseColumn(Integer value) {
        return null;
    }

    @Override
    public Integer convertToEntityAttribute(String value) {
        return null;
    }
}

@Migratable
@Entity
class Thing {

    @Id
    Integer id;

    @Version
    Integer version;

    Integer number;
}
