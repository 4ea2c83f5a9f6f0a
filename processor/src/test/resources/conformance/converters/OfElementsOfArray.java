package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;

class NameConverter implements AttributeConverter<String, Integer> {

    @Override
    public Integer convertToDatabaseColumn(String value) {
        return null;
    }

    @Override
    public String convertToEntityAttribute(Integer value) {
        return null;
    }
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Convert(converter = NameConverter.class)
    List<String> names;

    @Convert(converter = NameConverter.class)
    String[] more;
}
