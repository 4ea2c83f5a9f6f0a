package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
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
@Converts({
    @Convert(attributeName = "one", converter = NumberConverter.class),
    @Convert(attributeName = "two", converter = NumberConverter.class)
})
class Thing {

    @Id
    long id;

    Integer one;

    Integer two;

    Integer three;
}
