package conformance.secondary_tables;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;

@Entity
@Migratable
@Table(name = "cluster", schema = "one")
@SecondaryTable(name = "Cluster", schema = "two", pkJoinColumns = @PrimaryKeyJoinColumn(name = "cluster_id"))
class Cluster {

    @Id
    Long id;

    String name;

    @Column(table = "Cluster")
    Integer health;

    @Column(table = "cluster")
    Integer size;
}
