// refused: MAP03; Post; @SoftDelete; Hibernate's own
package conformance.soft_delete;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;

@Entity
@Migratable
@SoftDelete(converter = Flag.class)
class Post {
    @Id Long id;
}

class Flag implements AttributeConverter<Boolean, String> {
    @Override
    public String convertToDatabaseColumn(Boolean value) {
        return value ? "gone" : "here";
    }

    @Override
    public Boolean convertToEntityAttribute(String text) {
        return "gone".equals(text);
    }
}
