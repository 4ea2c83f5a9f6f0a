package conformance.soft_delete;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import org.hibernate.annotations.SoftDelete;
import org.hibernate.annotations.SoftDeleteType;
import org.hibernate.type.*;

@Entity
@Migratable
@SoftDelete
class Post {
    @Id Long id;
}

@Entity
@Migratable
@SoftDelete(strategy = SoftDeleteType.ACTIVE, comment = "still there", columnName = "isActive")
class Tag {
    @Id Long id;
}

@Entity
@Migratable
@SoftDelete(strategy = SoftDeleteType.TIMESTAMP)
class Note {
    @Id Long id;
}

@Entity
@Migratable
@SoftDelete(converter = YesNoConverter.class)
class Remark {
    @Id Long id;
}

@Entity
@Migratable
@SoftDelete(converter = TrueFalseConverter.class, strategy = SoftDeleteType.ACTIVE)
class Hint {
    @Id Long id;
}

@Entity
@Migratable
@SoftDelete(converter = NumericBooleanConverter.class)
class Line {
    @Id Long id;
}
