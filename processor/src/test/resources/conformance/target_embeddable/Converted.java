package conformance.target_embeddable;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.TargetEmbeddable;

@TargetEmbeddable(Part.class)
interface Named {}

@Embeddable
class Part implements Named {
    String name;
}

@Converter
class AsText implements AttributeConverter<Named, String> {
    @Override
    public String convertToDatabaseColumn(Named value) {
        return "";
    }

    @Override
    public Named convertToEntityAttribute(String value) {
        return null;
    }
}

@Entity
@Migratable
class Thing {
    @Id Long id;

    @Convert(converter = AsText.class)
    Named part;
}
