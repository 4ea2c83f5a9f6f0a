package conformance.generators;

import dev.migratable.annotations.*;
import jakarta.persistence.*;

@Entity
@Migratable
@TableGenerator(name = "ids", table = "id_values", pkColumnName = "kind", valueColumnName = "lastValue", allocationSize = 5, initialValue = 3)
class Post {
    @Id @GeneratedValue(strategy = GenerationType.TABLE, generator = "ids") Long id;
}

@Entity
@Migratable
class Tag {
    @Id
    @TableGenerator(table = "id_values", pkColumnName = "kind", valueColumnName = "lastValue")
    @GeneratedValue(strategy = GenerationType.TABLE) int id;
}

@Entity
@Migratable
class Note {
    @Id @GeneratedValue(strategy = GenerationType.TABLE) Integer id;
}

@Entity
@Migratable
class Remark {
    @Id @GeneratedValue(strategy = GenerationType.TABLE) Integer id;
}
