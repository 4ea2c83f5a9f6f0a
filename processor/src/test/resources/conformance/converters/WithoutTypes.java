// refused: MAP03; Thing.text; @Convert; both type arguments
package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

class RawConverter<T> implements AttributeConverter<T, String> {

    @Override
    public String convertToDatabaseColumn(T value) {
        return null;
    }

    @Override
    public T convertToEntityAttribute(String value) {
        return null;
    }
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Convert(converter = RawConverter.class)
    String text;
}
