package conformance.no_effect;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;

class Listener {
    @PrePersist
    void before(Object entity) {}
}

@MappedSuperclass
class Base {
    @Id Long id;

    @PostLoad
    void loaded() {}

    @PostPersist
    void stored() {}

    @PostUpdate
    void updated() {}

    @PostRemove
    void removed() {}

    @PrePersist
    void beforeStored() {}

    @PreUpdate
    void beforeUpdated() {}

    @PreRemove
    void beforeRemoved() {}
}

@Entity
@Migratable
@Cacheable
@EntityListeners(Listener.class)
@ExcludeDefaultListeners
@ExcludeSuperclassListeners
class Thing extends Base {
    String name;
}
