package conformance.package_annotations;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import org.hibernate.metamodel.spi.EmbeddableInstantiator;
import org.hibernate.metamodel.spi.ValueAccess;

@Embeddable
class Part {
    String text;
}

class Parts implements EmbeddableInstantiator {
    @Override
    public boolean isInstance(Object object) {
        return object instanceof Part;
    }

    @Override
    public boolean isSameClass(Object object) {
        return object.getClass() == Part.class;
    }

    @Override
    public Object instantiate(ValueAccess access) {
        return new Part();
    }
}

@Entity
@Migratable
class Thing {
    @Id Long id;

    String name;

    char letter;

    @Lob String story;

    Part part;
}
