// refused: MAP; Thing; @ConverterRegistration
package conformance.refused;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.ConverterRegistration;

class Upper implements AttributeConverter<String, Long> {
    @Override
    public Long convertToDatabaseColumn(String value) {
        return 1L;
    }

    @Override
    public String convertToEntityAttribute(Long value) {
        return "";
    }
}

@ConverterRegistration(converter = Upper.class)
@Entity
@Migratable
class Thing {
    @Id Long id;

    String name;
}
