package conformance.references;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.List;

@Entity
@Migratable
class Animal {
    @Id Long id;
    @Column(unique = true) String tag;
    @OneToMany @JoinTable(name = "relatives", joinColumns = @JoinColumn(name = "a", referencedColumnName = "tag"), inverseJoinColumns = @JoinColumn(name = "b", referencedColumnName = "tag")) List<Animal> relatives;
}
