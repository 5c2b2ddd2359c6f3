"""What a reading carries: versions, places, rules, doubts, boxes of words."""

from typing import Any

from alembic import op
import sqlalchemy as sa

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None

# Columns are only added, each with a default: no table is rebuilt, whatever its size.
_LIST: dict[str, Any] = {'nullable': False, 'server_default': '[]'}
_DICT: dict[str, Any] = {'nullable': False, 'server_default': '{}'}
_EMPTY: dict[str, Any] = {'nullable': False, 'server_default': ''}
_FALSE: dict[str, Any] = {'nullable': False, 'server_default': sa.false()}
_ADDED: dict[str, tuple[sa.Column[Any], ...]] = {
    'reading': (
        sa.Column('versions', sa.JSON(), **_DICT),
        sa.Column('format', sa.String(), **_EMPTY),
        sa.Column('format_doubts', sa.JSON(), **_LIST),
        sa.Column('called_to_order', sa.String(), nullable=True),
        sa.Column('adjourned', sa.String(), nullable=True),
        sa.Column('next_meeting', sa.String(), nullable=True),
        sa.Column('facts', sa.JSON(), **_LIST),
        sa.Column('attachments', sa.JSON(), **_LIST),
    ),
    'page': (
        sa.Column('why', sa.String(), **_EMPTY),
        sa.Column('engine', sa.String(), **_EMPTY),
        sa.Column('width', sa.Float(), nullable=False, server_default='0'),
        sa.Column('height', sa.Float(), nullable=False, server_default='0'),
        sa.Column('words', sa.LargeBinary(), nullable=True),
    ),
    'item': (
        sa.Column('kind', sa.String(), nullable=False, server_default='item'),
        sa.Column('paper', sa.String(), nullable=True),
        sa.Column('parent', sa.String(), nullable=True),
        sa.Column('consent', sa.Boolean(), **_FALSE),
        sa.Column('pulled', sa.Boolean(), **_FALSE),
        sa.Column('rule', sa.String(), **_EMPTY),
    ),
    'flag': (
        sa.Column('section', sa.String(), nullable=True),
        sa.Column('doubts', sa.JSON(), **_LIST),
    ),
    'motion': (
        sa.Column('form', sa.String(), nullable=False, server_default='main'),
        sa.Column('rule', sa.String(), **_EMPTY),
        sa.Column('places', sa.JSON(), **_DICT),
    ),
}


def upgrade() -> None:
    for table, columns in _ADDED.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column in columns:
                batch_op.add_column(column)
    with op.batch_alter_table('reading', schema=None) as batch_op:
        batch_op.create_index('ix_reading_pipeline', ['pipeline', 'kind'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('reading', schema=None) as batch_op:
        batch_op.drop_index('ix_reading_pipeline')
    for table, columns in _ADDED.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column in columns:
                batch_op.drop_column(column.name)
