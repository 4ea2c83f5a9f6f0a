package conformance.any;

import dev.migratable.annotations.*;
import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.Any;
import org.hibernate.annotations.AnyKeyJavaClass;
import org.hibernate.annotations.AnyKeyJavaType;
import org.hibernate.annotations.AnyKeyJdbcType;
import org.hibernate.annotations.AnyKeyJdbcTypeCode;
import org.hibernate.annotations.ManyToAny;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.*;
import org.hibernate.type.descriptor.jdbc.*;

@AnyKeyJavaType(LongJavaType.class)
@AnyKeyJdbcType(IntegerJdbcType.class)
@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
@interface Small {}

@Embeddable
class Part {
    @Any
    @AnyKeyJavaClass(Long.class)
    @AnyKeyJdbcType(SmallIntJdbcType.class)
    @JoinColumn(name = "part_id")
    @Column(name = "part_type")
    Object within;
}

@MappedSuperclass
class Base {
    @Id Long id;

    @Any
    @Small
    @JoinColumn(name = "meta_id")
    @Column(name = "meta_type")
    Object meta;
}

@Entity
@Migratable
class Thing extends Base {
    @Any
    @AnyKeyJavaClass(Long.class)
    @AnyKeyJdbcType(IntegerJdbcType.class)
    @JoinColumn(name = "a_id")
    @Column(name = "a_type")
    Object a;

    @Any
    @AnyKeyJavaClass(UUID.class)
    @AnyKeyJdbcType(VarcharJdbcType.class)
    @JoinColumn(name = "b_id", nullable = false)
    @Column(name = "b_type", nullable = false)
    Object b;

    @Any
    @AnyKeyJavaClass(String.class)
    @AnyKeyJavaType(LongJavaType.class)
    @JoinColumn(name = "c_id")
    @Column(name = "c_type")
    Object c;

    @Any
    @AnyKeyJavaClass(Long.class)
    @AnyKeyJdbcTypeCode(SqlTypes.SMALLINT)
    @AnyKeyJdbcType(IntegerJdbcType.class)
    @JoinColumn(name = "d_id")
    @Column(name = "d_type")
    Object d;

    @Any
    @AnyKeyJavaType(LongJavaType.class)
    @AnyKeyJdbcTypeCode(SqlTypes.NUMERIC)
    @JoinColumn(name = "e_id")
    @Column(name = "e_type")
    Object e;

    @Any
    @AnyKeyJavaType(LongJavaType.class)
    @AnyKeyJdbcTypeCode(SqlTypes.VARCHAR)
    @JoinColumn(name = "f_id")
    @Column(name = "f_type")
    Object f;

    @Any
    @AnyKeyJavaType(Own.class)
    @JoinColumn(name = "g_id", columnDefinition = "numeric(9)")
    @Column(name = "g_type")
    Object g;

    @ManyToAny
    @AnyKeyJavaType(LongJavaType.class)
    @AnyKeyJdbcType(IntegerJdbcType.class)
    @Column(name = "kind")
    @JoinTable(
            name = "things",
            joinColumns = @JoinColumn(name = "thing"),
            inverseJoinColumns = @JoinColumn(name = "other"))
    Set<Object> many;

    Part part;
}

class Own extends LongJavaType {}
