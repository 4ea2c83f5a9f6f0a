// refused: MAP03; Thing.flag; FlagConverter; @Check(constraints
package conformance.converters;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

class FlagConverter implements AttributeConverter<Boolean, String> {

    @Override
    public String convertToDatabaseColumn(Boolean value) {
        return null;
    }

    @Override
    public Boolean convertToEntityAttribute(String value) {
        return null;
    }
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Convert(converter = FlagConverter.class)
    Boolean flag;
}
