package conformance.validation;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

class NameConverter implements AttributeConverter<String, String> {

    @Override
    public String convertToDatabaseColumn(String value) {
        return value;
    }

    @Override
    public String convertToEntityAttribute(String value) {
        return value;
    }
}

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Convert(converter = NameConverter.class)
    @NotNull
    @Size(max = 15)
    String name;
}
