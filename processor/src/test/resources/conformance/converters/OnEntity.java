package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

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
@Convert(attributeName = "number", converter = NumberConverter.class)
class Thing {

    @Id
    long id;

    Integer number;
}
