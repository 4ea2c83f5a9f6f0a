package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

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

@MappedSuperclass
abstract class Base {
    Integer number;

    Integer other;
}

@Migratable
@Entity
@Convert(attributeName = "number", converter = NumberConverter.class)
class Thing extends Base {

    @Id
    long id;
}
