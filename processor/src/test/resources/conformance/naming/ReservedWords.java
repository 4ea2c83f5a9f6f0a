package conformance.naming;

import dev.migratable.annotations.Migratable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Migratable
@Entity
class Thing {

    @Id
    long id;

    @Column(name = "`user`")
    String user;

    @Column(name = "`order`")
    String order;

    @Column(name = "`group`")
    String group;

    @Column(name = "`select`")
    String select;

    @Column(name = "`table`")
    String table;

    @Column(name = "`offset`")
    String offset;
}
