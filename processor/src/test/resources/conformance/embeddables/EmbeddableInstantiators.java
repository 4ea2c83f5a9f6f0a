package conformance.embeddables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.EmbeddableInstantiator;
import org.hibernate.metamodel.spi.ValueAccess;

class Houses implements org.hibernate.metamodel.spi.EmbeddableInstantiator {

    @Override
    public Object instantiate(ValueAccess values) {
        return new House();
    }

    @Override
    public boolean isInstance(Object object) {
        return object instanceof House;
    }

    @Override
    public boolean isSameClass(Object object) {
        return object.getClass() == House.class;
    }
}

@Embeddable
@EmbeddableInstantiator(Houses.class)
class House {
    Integer number;
}

@Embeddable
class Street {
    String name;
}

class Streets implements org.hibernate.metamodel.spi.EmbeddableInstantiator {

    @Override
    public Object instantiate(ValueAccess values) {
        return new Street();
    }

    @Override
    public boolean isInstance(Object object) {
        return object instanceof Street;
    }

    @Override
    public boolean isSameClass(Object object) {
        return object.getClass() == Street.class;
    }
}

@Entity
@Migratable
class Person {
    @Id
    Long id;

    House house;

    @EmbeddableInstantiator(Streets.class)
    Street street;
}
