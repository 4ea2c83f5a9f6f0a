// option: migratable.naming=snake_case
package conformance.implicit_names;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Set;

@Entity
@Migratable
@Table(name = "`BigMachines`")
class Machine {
    @Id
    Long machineId;

    @ManyToOne
    Machine nextMachine;
}

@Entity
@Migratable
class Factory {
    @Id
    Long factoryId;

    @ManyToOne
    Machine mainMachine;

    @ManyToMany
    Set<Machine> allMachines;
}
