package conformance.references;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.Set;

@Entity
@Migratable
class Animal {
    @Id Long id;
    @Column(unique = true) String tag;
    @ManyToMany @JoinTable(name = "relatives", joinColumns = @JoinColumn(name = "a", referencedColumnName = "tag"), inverseJoinColumns = @JoinColumn(name = "b", referencedColumnName = "tag")) Set<Animal> relatives;
}
